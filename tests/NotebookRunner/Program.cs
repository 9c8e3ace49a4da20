// Runs the C# cells of a notebook from top to bottom, in one session, and compares what they give with the outputs saved in it.
//
//     dotnet run --project tests/NotebookRunner -- NOTEBOOK [--update]
//
// --update saves the outputs in the notebook instead. '#r "nuget: ..."' lines are for interactive kernels; here the project's own builds stand in.

using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CsvHelper;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using NodaTime;
using OkrKpi;
using OkrKpi.Analytics;
using OkrKpi.Charts;
using OkrKpi.Serialization.SystemTextJson;

var path = Path.GetFullPath(args[0]);
var update = args.Contains("--update");
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Directory.SetCurrentDirectory(Path.GetDirectoryName(path)!);

var notebook = JsonNode.Parse(File.ReadAllText(path))!;
var options = ScriptOptions.Default
    .AddReferences(typeof(Kpi).Assembly, typeof(PortfolioJson).Assembly, typeof(Instant).Assembly, typeof(CsvReader).Assembly)
    .AddReferences(typeof(Chart).Assembly, typeof(KpiForecast).Assembly)
    .AddReferences(AppDomain.CurrentDomain.GetAssemblies().Where(assembly => !assembly.IsDynamic && assembly.Location.Length > 0))
    .AddImports("System", "System.Collections.Generic", "System.IO", "System.Linq");
var terminal = Console.Out;
ScriptState<object>? state = null;
var cells = 0;
var different = 0;

foreach (var cell in notebook["cells"]!.AsArray().Where(cell => (string?)cell!["cell_type"] == "code"))
{
    cells++;
    var lines = Text(cell!["source"]).Split('\n').Where(line => !line.StartsWith("#r \"nuget:", StringComparison.Ordinal));
    using var printed = new StringWriter();
    Console.SetOut(printed);
    try
    {
        var code = string.Join('\n', lines);
        state = state is null ? await CSharpScript.RunAsync(code, options) : await state.ContinueWithAsync(code);
    }
    finally
    {
        Console.SetOut(terminal);
    }

    var outputs = new JsonArray();
    if (printed.GetStringBuilder().Length > 0)
    {
        outputs.Add(new JsonObject { ["name"] = "stdout", ["output_type"] = "stream", ["text"] = Lines(printed.ToString()) });
    }

    if (state.ReturnValue is { } value)
    {
        var data = new JsonObject { ["text/plain"] = Lines(Convert.ToString(value, CultureInfo.InvariantCulture)!) };
        foreach (var (kind, shown) in Formats.Of(value))
        {
            data[kind] = Lines(shown);
        }

        outputs.Add(new JsonObject { ["data"] = data, ["execution_count"] = cells, ["metadata"] = new JsonObject(), ["output_type"] = "execute_result" });
    }

    if (!JsonNode.DeepEquals(outputs, cell["outputs"]))
    {
        different++;
        if (!update)
        {
            terminal.WriteLine($"cell {cells} gives");
            terminal.WriteLine(outputs.ToJsonString());
            terminal.WriteLine("and not");
            terminal.WriteLine(cell["outputs"]?.ToJsonString());
        }
    }

    cell["outputs"] = outputs;
    cell["execution_count"] = cells;
}

if (update)
{
    var indented = new JsonSerializerOptions { WriteIndented = true, IndentSize = 1, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    File.WriteAllText(path, notebook.ToJsonString(indented) + "\n");
}

terminal.WriteLine($"{cells} cells, {different} different from what was saved");
return update || different == 0 ? 0 : 1;

// A notebook holds text as one string or as an array of lines.
static string Text(JsonNode? node) => node is JsonArray lines ? string.Concat(lines.Select(line => (string?)line)) : (string?)node ?? "";

static JsonArray Lines(string text) =>
    new([.. Regex.Matches(text.ReplaceLineEndings("\n"), "[^\n]*\n|[^\n]+").Select(line => (JsonNode)line.Value)]);
