const x: number = 3; console.log('hi', x, process.argv.slice(2))
