import { ApiHeader } from '@nestjs/swagger';

/** Names a header of the route in the OpenAPI document, from the parameter that reads it. */
export function documentHeader(name: string, description: string): ParameterDecorator {
  return (target, method) => {
    if (method === undefined) return;
    const descriptor = Object.getOwnPropertyDescriptor(target, method);
    if (descriptor !== undefined) ApiHeader({ name, description, required: true })(target, method, descriptor);
  };
}
