// Preloaded in the children of npm start: when their parent is killed, its end of the channel closes and they end too.
process.on('disconnect', () => process.exit(1))
