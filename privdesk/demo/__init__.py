"""The made-up office: people, partners, requests in every state, made through operations like any other."""
