/** `t('key', params)`: every sentence of the window, typed by the Chinese texts. */
import { ref } from 'vue';
import { en } from './en';
import { zhCN } from './zh-CN';

export type TextKey = keyof typeof zhCN;

/** The names inside the braces of a sentence: `'撤销“{what}”'` needs `what`. */
type ParamNames<S extends string> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | ParamNames<Rest> : never;
type Params<K extends TextKey> = Record<ParamNames<(typeof zhCN)[K]>, string | number>;
type Arguments<K extends TextKey> = [ParamNames<(typeof zhCN)[K]>] extends [never] ? [] : [params: Params<K>];

/** A sentence without braces: may be said by a key that is only known at run time. */
export type PlainKey = { [K in TextKey]: [ParamNames<(typeof zhCN)[K]>] extends [never] ? K : never }[TextKey];

export type Language = 'zh-CN' | 'en';

/** The words of the window. English covers the frame; what it lacks is said in Chinese. */
export const language = ref<Language>(localStorage.getItem('language') === 'en' ? 'en' : 'zh-CN');

export function setLanguage(chosen: Language): void {
  language.value = chosen;
  localStorage.setItem('language', chosen);
  document.documentElement.lang = chosen;
}

export function t<K extends TextKey>(key: K, ...[params]: Arguments<K>): string {
  const sentence: string = (language.value === 'en' && (en as Partial<Record<TextKey, string>>)[key]) || zhCN[key];
  if (!params) return sentence;
  const values = params as Record<string, string | number>;
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** Words one after the other, as the language sets them apart; nothing for nothing. */
export function listed(words: readonly string[] | undefined): string {
  return (words ?? []).join(t('common.between'));
}

/** The first few of them, and a sign that there are more. */
export function firstListed(words: readonly string[], most: number): string {
  const few = listed(words.slice(0, most));
  return words.length > most ? t('common.and_more', { words: few }) : few;
}

/** What records are called, one after the other. */
export const namesOf = (records: readonly { name: string }[] | undefined): string => listed(records?.map((one) => one.name));
