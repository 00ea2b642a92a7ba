/** Where the journeys find the product: one origin for the API and the back-office. */
export const PRODUCT_PORT = Number(process.env['E2E_PORT'] ?? 3390);
export const PRODUCT_URL = process.env['E2E_URL'] ?? `http://localhost:${PRODUCT_PORT}`;
