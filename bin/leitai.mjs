// `npm run -s leitai -- …`: the command, built when it has to be; stdout is the command's alone.
import { handOver, prepare } from './prepare.mjs';

await prepare();
await handOver(process.argv.slice(2));
