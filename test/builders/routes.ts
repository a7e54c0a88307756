import 'reflect-metadata';
import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, ModulesContainer } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { PermissionName } from '#identity';
import { publicRoute, requiredPermission } from '../../apps/api/src/http/access.decorator.js';

type Handler = (...args: never[]) => unknown;
type ControllerClass = new (...args: never[]) => unknown;

/** One route of the application as Nest has it. */
export interface Route {
  readonly method: string;
  /** With its prefix and its parameters: `/api/v1/stages/:stageId/wall`. */
  readonly path: string;
  readonly controller: ControllerClass;
  readonly handler: Handler;
  readonly isPublic: boolean;
  readonly permission: PermissionName | undefined;
}

function join(...parts: readonly string[]): string {
  return `/${parts
    .flatMap((part) => part.split('/'))
    .filter((part) => part !== '')
    .join('/')}`;
}

function routesOf(controller: ControllerClass, scanner: MetadataScanner): Route[] {
  const prototype = controller.prototype as Record<string, Handler>;
  return scanner.getAllMethodNames(prototype).flatMap((name) => {
    const handler = prototype[name] as Handler;
    const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
    if (method === undefined) return [];
    const own = [controller, handler].map((target) => Reflect.getMetadata(PATH_METADATA, target) as string);
    const path = join(...own);
    const read = (key: string): unknown => Reflect.getMetadata(key, handler) ?? Reflect.getMetadata(key, controller);
    return [
      {
        method: RequestMethod[method],
        path: /^\/(health|files)\//.test(path) ? path : join('api/v1', path),
        controller,
        handler,
        isPublic: read(publicRoute) === true,
        permission: read(requiredPermission) as PermissionName | undefined,
      },
    ];
  });
}

/** Every route of every controller of the running application. */
export function allRoutes(app: NestFastifyApplication): Route[] {
  const scanner = new MetadataScanner();
  const controllers = new DiscoveryService(app.get(ModulesContainer)).getControllers();
  return controllers.flatMap(({ metatype }) => routesOf(metatype as ControllerClass, scanner));
}
