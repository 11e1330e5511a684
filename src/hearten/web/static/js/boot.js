// Runs before the first paint: pages show their script-only parts only where scripts run.
document.documentElement.dataset.js = "on";
