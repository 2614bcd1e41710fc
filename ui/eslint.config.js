import js from '@eslint/js';
import globals from 'globals';
import vue from 'eslint-plugin-vue';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist/', 'src/api/generated/'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  ...vue.configs['flat/recommended'],
  {
    files: ['**/*.{ts,vue}'],
    languageOptions: { globals: globals.browser, parserOptions: { parser: tseslint.parser } },
    rules: {
      // TypeScript checks names, and better.
      'no-undef': 'off',
      eqeqeq: 'error',
      'vue/multi-word-component-names': 'off',
      'vue/require-default-prop': 'off',
      'vue/no-v-html': 'error',
      // Layout of templates is the writer's matter.
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/html-indent': 'off',
      'vue/first-attribute-linebreak': 'off',
    },
  },
  {
    files: ['**/*.{ts,vue}'],
    ignores: ['src/api/tauri.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['@tauri-apps/*'], message: 'Only src/api/tauri.ts talks to Tauri; use @/api/backend.' }] },
      ],
    },
  },
  {
    // Every sentence lives in src/text.
    files: ['src/**/*.vue', 'src/**/*.ts'],
    ignores: ['src/text/**', 'src/**/*.test.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'Literal[value=/[\\u4e00-\\u9fff]/]', message: 'Put Chinese into src/text and use t().' },
        { selector: 'TemplateElement[value.raw=/[\\u4e00-\\u9fff]/]', message: 'Put Chinese into src/text and use t().' },
      ],
      'vue/no-restricted-syntax': [
        'error',
        { selector: 'VElement:not([name=script]) > VText[value=/[\\u4e00-\\u9fff]/]', message: 'Put Chinese into src/text and use t().' },
        { selector: 'VLiteral[value=/[\\u4e00-\\u9fff]/]', message: 'Put Chinese into src/text and use t().' },
      ],
    },
  },
);
