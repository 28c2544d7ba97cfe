// A loop of its own for each measurement: functions made from one text would share what the engine learned of the others.

/** Takes a label, functions and values, one beside the other; returns a function that runs them all `count` times. */
export function runnerOf(label, functions, values) {
  const text = `// ${label.replace(/[^\w ,.:-]/g, "")}
    return (count) => {
      let sum = 0;
      for (let time = 0; time < count; time += 1) {
        for (let index = 0; index < values.length; index += 1) {
          const result = functions[index](values[index]);
          if (result !== last) { last = result; sum += 1; }
        }
      }
      return sum;
    };`;
  return new Function("functions", "values", "last", text)(functions, values, undefined);
}
