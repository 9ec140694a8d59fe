// Usage: node powerquery.mjs FILE... Parses each as Power Query M; exit code 1 with the place of the first fault.
import { readFileSync } from 'node:fs';
import { DefaultSettings, ResultUtils, TaskUtils } from '@microsoft/powerquery-parser';

for (const file of process.argv.slice(2)) {
  const task = await TaskUtils.tryLexParse(DefaultSettings, readFileSync(file, 'utf8'));
  if (!TaskUtils.isParseStageOk(task)) {
    console.log(`${file}: ${task.error.innerError?.message ?? task.error.message}`);
    process.exit(1);
  }
  console.log(`${file}: parsed`);
}
