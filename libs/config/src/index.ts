export { childEnvironment } from './child-environment.js';
export { ConfigError, type ConfigProblem } from './config-error.js';
export { loadConfig, type AppConfig, type Mode } from './load-config.js';
export { systemPath, terminalLocale } from './process-environment.js';
export { renderEnvExample } from './render-env-example.js';
export { onSupervisorGone, reportReady } from './supervised.js';
