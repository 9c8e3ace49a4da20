using System.Globalization;
using OkrKpi.OperatingCharacteristics;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var runs = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 20_000;
var seed = 20_261_129;
foreach (var table in Tables.All())
{
    var heading = $"| {table.Corner} | {string.Join(" | ", table.Columns)} |";
    Console.WriteLine($"### {table.Title}\n\n{heading}\n|{string.Concat(Enumerable.Repeat("---|", heading.Count(sign => sign == '|') - 1))}");
    foreach (var (name, cells) in table.Rows)
    {
        Console.WriteLine($"| {name} | {string.Join(" | ", cells.Select(cell => cell is null ? "-" : cell.Told(cell.Run(runs, seed++))))} |");
    }

    Console.WriteLine();
}
