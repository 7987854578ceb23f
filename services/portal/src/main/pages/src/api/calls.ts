/** What a form holds of a document: a part may be missing still, and the service says which in words. */
type Entered<T> = T extends readonly (infer One)[]
  ? Entered<One>[]
  : T extends object
    ? { [Key in keyof T]?: Entered<T[Key]> }
    : string | number | boolean | null | undefined;

type Asked<T> = T extends number ? number | string : T;

/** An operation as pages call it: bodies as forms hold them, numbers of paths as addresses hold them. */
type Called<Operation> = {
  [Part in keyof Operation]: Part extends 'requestBody'
    ? Operation[Part] extends { content: { 'application/json': infer Body } }
      ? { content: { 'application/json': Entered<Body> } }
      : Operation[Part]
    : Part extends 'parameters'
      ? {
          [Place in keyof Operation[Part]]: Place extends 'path'
            ? { [Name in keyof Operation[Part][Place]]: Asked<Operation[Part][Place][Name]> }
            : Operation[Part][Place];
        }
      : Operation[Part];
};

/** The operations of a service as pages call them. */
export type Calls<Paths> = { [Path in keyof Paths]: { [Method in keyof Paths[Path]]: Called<Paths[Path][Method]> } };
