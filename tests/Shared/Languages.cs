using System.Xml.Linq;

namespace OkrKpi.Testing;

/// <summary>The languages of a set of texts: each has a file of its own, so another language is another file.</summary>
internal static class Languages
{
    /// <summary>The files by language, the one without a language as "en".</summary>
    /// <param name="folder">The folder of the repository to look in.</param>
    /// <param name="name">The name of the files, such as <c>Words</c> for <c>Words.resx</c> and <c>Words.vi.resx</c>.</param>
    /// <param name="extension">How the files end, such as <c>resx</c>.</param>
    internal static IReadOnlyDictionary<string, string> Files(string folder, string name, string extension = "resx") => Directory
        .EnumerateFiles(Repository.PathOf(folder.Split('/')), $"{name}.*", SearchOption.AllDirectories)
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .Select(file => (File: file, Parts: Path.GetFileName(file).Split('.')))
        .Where(each => each.Parts[0] == name && each.Parts[^1] == extension && each.Parts.Length is 2 or 3)
        .ToDictionary(each => each.Parts.Length == 2 ? "en" : each.Parts[1], each => each.File);

    /// <summary>The texts of a file by key.</summary>
    internal static Dictionary<string, string> Texts(string file) =>
        XDocument.Load(file).Root!.Elements("data").ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);
}
