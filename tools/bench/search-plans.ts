import type { Client } from 'pg';
import { nearBirthDates, toCivilDate } from '@relais/domain';
import { signContext } from '../../libs/server/kernel/src/signed-context';

const WIDEST = 160;

/** The plans of what the search function asks for two mistyped names and a birth date, without any value. */
export async function searchPlans(admin: Client, contextKey: string): Promise<string[]> {
  const plans: string[] = [];
  const keep = ({ message }: { message?: string | undefined }): void => void plans.push(message ?? '');
  const born = toCivilDate('2004-11-27');
  const forms = ['moraeu', 'camile'].map((word, at) => ({ word, part: at ? 'given' : 'family', among: 1, bits: at + 1, beginning: false }));
  const ask = (): Promise<unknown> =>
    admin.query('select * from app.find_people($1, 3, $2, null, null, null, null, null, null, 24)', [
      JSON.stringify(forms),
      [born, ...nearBirthDates(born)],
    ]);
  const { rows } = await admin.query<{ post: string; unit: string; operator: string }>(
    `select id post, unit_id unit, operator_id operator from app.post where region = '53' and role = 'counsellor' order by id limit 1`,
  );
  const [me] = rows;
  const claim = { region: '53', role: 'counsellor', post: me?.post ?? '', unit: me?.unit ?? '', operator: me?.operator ?? '' };
  await admin.query(`set app.ctx = '${signContext(contextKey, claim, Math.floor(Date.now() / 1000) + 600)}'`);
  await ask();
  admin.on('notice', keep);
  await admin.query(`load 'auto_explain'; set auto_explain.log_min_duration = 0; set auto_explain.log_nested_statements = on;
    set auto_explain.log_analyze = on; set auto_explain.log_buffers = on; set client_min_messages = log`);
  await ask();
  admin.off('notice', keep);
  return plans.filter((plan) => /beneficiary_word_53|name_code_53/.test(plan)).map(cleaned);
}

/** Only the tree of the plan; what was looked for and who looked stay out of it. */
function cleaned(plan: string): string {
  const tree = plan.split('\n').slice(1);
  return tree
    .slice(tree.findIndex((line) => /\(cost=/.test(line)))
    .filter((line) => !/^\s*(Storage|Settings):/.test(line))
    .map((line) => line.replace(/'\{[^']*\}'/g, "'{…}'").replace(/'(?!53'|\{…\}')[^']*'::(?!double)/g, "'…'::"))
    .map((line) => (line.length > WIDEST ? `${line.slice(0, WIDEST)}…` : line).trimEnd())
    .join('\n');
}
