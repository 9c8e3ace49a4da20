using System.Text;
using OkrKpi.Serialization.SystemTextJson;
using OkrKpi.Serialization.SystemTextJson.Fuzzing;

// TARGET                        takes inputs from afl++
// TARGET FILE...                runs the files, so that what afl++ has found can be seen
// TARGET --seeds FOLDER FILE... makes small inputs for the target out of documents
// --dictionary                  prints a dictionary for afl++
switch (args)
{
    case ["--dictionary"]:
        Console.WriteLine(string.Join('\n', Words.All()));
        return 0;
    case [var name] when Environment.GetEnvironmentVariable("__AFL_SHM_ID") is not null:
        SharpFuzz.Fuzzer.OutOfProcess.Run(stream =>
        {
            using var input = new MemoryStream();
            stream.CopyTo(input);

            // Not looked up before: instrumented code must not run until there is a map to write to.
            Entrances.All[name].Run(input.ToArray());
        });
        return 0;
    case [var name, "--seeds", var folder, .. var files] when Entrances.All.TryGetValue(name, out var target):
        var seeds = files.SelectMany(file => target.Seeds(PortfolioJson.Read(File.ReadAllBytes(file)))).DistinctBy(Encoding.UTF8.GetString);
        foreach (var (number, seed) in seeds.Index())
        {
            File.WriteAllBytes(Path.Combine(folder, $"{number:D3}.json"), seed);
        }

        return 0;
    case [var name, .. { Length: > 0 } files] when Entrances.All.TryGetValue(name, out var target):
        return Array.FindAll(files, file => !Holds(target, file)).Length == 0 ? 0 : 1;
    default:
        Console.Error.WriteLine($"Name a target, {string.Join(", ", Entrances.All.Keys)}, and files; without files it runs under afl++ only.");
        return 2;
}

static bool Holds(Entrance target, string file)
{
    try
    {
        target.Run(File.ReadAllBytes(file));
        return true;
    }
    catch (Exception exception)
    {
        Console.WriteLine($"{file}: {exception}");
        return false;
    }
}
