// Messages, closed lists and typed calls from the API document.
export default {
  relais: {
    input: { target: process.env.DOCUMENT },
    output: {
      mode: 'single',
      target: `${process.env.CLIENT}/relais.ts`,
      client: 'angular',
      override: { angular: { retrievalClient: 'httpResource' } },
      clean: true,
    },
  },
};
