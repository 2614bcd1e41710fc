import { fileURLToPath } from 'node:url';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [vue()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  clearScreen: false,
  // The window of `tauri dev` loads exactly this address, so another port is of no use.
  server: { port: 1420, strictPort: true },
  build: { target: ['es2022', 'safari16', 'chrome105'], chunkSizeWarningLimit: 550 },
  test: { environment: 'happy-dom', include: ['src/**/*.test.ts'], restoreMocks: true },
});
