import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import { defineComponent, h, KeepAlive, ref } from 'vue';
import { asOf } from './as_of';
import { ApiError } from './backend';
import { publish } from './changes';
import { useFake } from './fake';
import { useQuery } from './query';

enableAutoUnmount(afterEach);
afterEach(() => (asOf.value = null));

/** A component that shows one query, with its request under the test's control. */
function shown(kinds: string[], request = ref<object | undefined>({ id: 'p1' })) {
  let query!: ReturnType<typeof useQuery>;
  const Child = defineComponent(() => {
    // The name is the fake's own: the core has no say here.
    query = useQuery('project' as never, request as never, kinds);
    return () => h('p', String(query.data.value));
  });
  const present = ref(true);
  const wrapper = mount(defineComponent(() => () => h(KeepAlive, () => (present.value ? h(Child) : undefined))));
  return { wrapper, present, request, query: () => query };
}

describe('a query', () => {
  it('asks again when a kind it names changes, and not for others', async () => {
    const fake = useFake({ project: () => '示例智工厂' });
    shown(['project', 'task']);
    await flushPromises();
    publish(['enterprise']);
    expect(fake.asked).toHaveLength(1);
    publish(['task']);
    publish(['*']);
    expect(fake.asked).toHaveLength(3);
  });

  it('asks again for another request or another day', async () => {
    const fake = useFake({ project: () => '示例智工厂' });
    const { request } = shown(['project']);
    request.value = { id: 'p2' };
    await flushPromises();
    asOf.value = '2021-02-25';
    await flushPromises();
    expect(fake.asked.map((one) => one.request)).toEqual([{ id: 'p1' }, { id: 'p2' }, { id: 'p2' }]);
  });

  it('waits without a request', async () => {
    const fake = useFake({ project: () => '示例智工厂' });
    const { request } = shown(['project'], ref<object | undefined>(undefined));
    await flushPromises();
    expect(fake.asked).toHaveLength(0);
    request.value = { id: 'p1' };
    await flushPromises();
    expect(fake.asked).toHaveLength(1);
  });

  it('ignores an answer that comes late', async () => {
    const release: (() => void)[] = [];
    useFake({ project: ({ id }) => new Promise((resolve) => release.push(() => resolve(id))) });
    const { wrapper, request } = shown(['project']);
    request.value = { id: 'p2' };
    await flushPromises();
    release[1]?.();
    await flushPromises();
    release[0]?.();
    await flushPromises();
    expect(wrapper.text()).toBe('p2');
  });

  it('keeps what it had when asking again fails', async () => {
    const fake = useFake({ project: () => '示例智工厂' });
    const { wrapper, query } = shown(['project']);
    await flushPromises();
    fake.answers.project = () => {
      throw new ApiError('disk', '磁盘读写失败');
    };
    publish(['project']);
    await flushPromises();
    expect([wrapper.text(), query().error.value?.code]).toEqual(['示例智工厂', 'disk']);
  });

  it('sleeps while its page is in the background, and catches up when it comes back', async () => {
    const fake = useFake({ project: () => '示例智工厂' });
    const { present } = shown(['project']);
    await flushPromises();
    present.value = false;
    await flushPromises();
    publish(['project']);
    publish(['project']);
    expect(fake.asked).toHaveLength(1);
    present.value = true;
    await flushPromises();
    expect(fake.asked).toHaveLength(2);
  });
});
