using Spectre.Console;

namespace Scorecard;

/// <summary>The console the report is written to.</summary>
internal static class Terminal
{
    private const int Width = 100;

    /// <summary>At most 100 columns; in a file or a pipe exactly 100, without colours.</summary>
    public static IAnsiConsole Open()
    {
        if (!Console.IsOutputRedirected)
        {
            AnsiConsole.Profile.Width = Math.Min(AnsiConsole.Profile.Width, Width);
            return AnsiConsole.Console;
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(Console.Out),
        });
        console.Profile.Width = Width;
        return console;
    }
}
