using System.Collections;

/// <summary>How kernels that are built on .NET Interactive's formatting show a value: by the formatters that an attribute of its type names.</summary>
internal static class Formats
{
    internal static IEnumerable<(string Kind, string Shown)> Of(object value)
    {
        var source = value.GetType().GetCustomAttributes(inherit: true).FirstOrDefault(each => each.GetType().Name == "TypeFormatterSourceAttribute");
        if (source?.GetType().GetProperty("FormatterSourceType")?.GetValue(source) is not Type type)
        {
            yield break;
        }

        var preferred = (string[]?)source.GetType().GetProperty("PreferredMimeTypes")?.GetValue(source) ?? [];
        var formatters = (IEnumerable)type.GetMethod("CreateTypeFormatters")!.Invoke(Activator.CreateInstance(type, nonPublic: true), null)!;
        foreach (var formatter in formatters)
        {
            var kind = (string)formatter.GetType().GetProperty("MimeType")!.GetValue(formatter)!;
            using var written = new StringWriter();
            if ((preferred.Length == 0 || preferred.Contains(kind)) && (bool)formatter.GetType().GetMethod("Format")!.Invoke(formatter, [value, written])!)
            {
                yield return (kind, written.ToString());
            }
        }
    }
}
