import { createApp } from 'vue';
import { setBackend } from './api/backend';
import { tauri } from './api/tauri';
import App from './frame/App.vue';
import { applyTextSize } from './look';
import { createAppRouter } from './router';
import './tokens.css';
import './base.css';

setBackend(tauri);
applyTextSize();
createApp(App).use(createAppRouter()).mount('#app');
