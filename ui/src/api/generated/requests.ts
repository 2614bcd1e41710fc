// Written by the core's tests from its one list of requests; until then every name is allowed.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export interface Requests { [name: string]: { request: any; answer: any } }
