namespace WebScorecard;

/// <summary>Where a visitor is led back to: only to a page of this site.</summary>
internal static class LocalPath
{
    private static readonly Uri Here = new("http://here.invalid/");

    /// <summary>
    /// The address as browsers would read it, written in ASCII; the first page when it leads anywhere else, or holds what browsers leave out.
    /// </summary>
    public static string Of(string? asked)
    {
        if (
            asked is not ['/', ..] || asked.Any(each => char.IsControl(each) || each == '\\')
                || !Uri.TryCreate(Here, asked, out var read) || read.Host != Here.Host)
        {
            return "/";
        }

        // Read once more: what is left of "/..//host" is another host's.
        var path = read.PathAndQuery + read.Fragment;
        return path.StartsWith("//", StringComparison.Ordinal) ? "/" : path;
    }
}
