using Embedding;

Dictionary<string, Action<TextWriter>> examples = new(StringComparer.OrdinalIgnoreCase)
{
    [nameof(FirstSteps)] = FirstSteps.Run,
    [nameof(KpiAndItsNeed)] = KpiAndItsNeed.Run,
    [nameof(ObjectiveAndItsScore)] = ObjectiveAndItsScore.Run,
    [nameof(OwnFinding)] = OwnFinding.Run,
    [nameof(OwnLaggingPolicy)] = OwnLaggingPolicy.Run,
    [nameof(RollupOverColumns)] = RollupOverColumns.Run,
    [nameof(JsonInAndOut)] = JsonInAndOut.Run,
    [nameof(InAHost)] = InAHost.Run,
};

var unknown = args.Where(name => !examples.ContainsKey(name)).ToArray();
if (unknown.Length > 0)
{
    Console.Error.WriteLine($"There is no example '{unknown[0]}'; there are {string.Join(", ", examples.Keys)}.");
    return 2;
}

foreach (var name in args.Length > 0 ? args : [.. examples.Keys])
{
    Console.WriteLine($"# {name}");
    examples[name](Console.Out);
    Console.WriteLine();
}

return 0;
