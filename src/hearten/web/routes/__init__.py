"""The pages, one noun a file. Each has `router(hearten, pages)`."""
