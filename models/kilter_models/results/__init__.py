"""The measuring: every model and baseline on public data sets, through the pipeline itself."""
