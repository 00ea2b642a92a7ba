type DemoAccount = { email: string; password: string; region: string; operator: string; role: string };

/** Says where the product answers, and in the demo who may sign in. */
export async function welcome(port: number, demo: boolean): Promise<void> {
  const url = `http://localhost:${port}`;
  console.log(`\nRelais answers at ${url}   (API: ${url}/api/docs)   Ctrl-C stops it.`);
  if (!demo) return;
  const answer = await fetch(`http://127.0.0.1:${port}/api/demo/accounts`);
  const { items } = (await answer.json()) as { items: DemoAccount[] };
  const first = new Map<string, DemoAccount>();
  for (const account of items) if (!first.has(`${account.region} ${account.role}`)) first.set(`${account.region} ${account.role}`, account);
  console.log(`\nDemo accounts (password of all: ${items[0]?.password ?? '–'}), ${items.length} in all on the sign-in page:`);
  for (const { email, region, operator, role } of first.values())
    console.log(`  ${region}  ${role.padEnd(26)} ${email.padEnd(52)} ${operator}`);
}
