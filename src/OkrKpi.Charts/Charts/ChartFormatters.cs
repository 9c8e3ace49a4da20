namespace OkrKpi.Charts.Notebooks;

/// <summary>How notebooks show a chart or a page: what kernels ask for by these names.</summary>
internal sealed class ChartFormatters
{
    public IEnumerable<object> CreateTypeFormatters() => [new HtmlFormatter(), new SvgFormatter()];

    internal sealed class HtmlFormatter
    {
        public string MimeType => "text/html";

        public bool Format(object instance, TextWriter writer)
        {
            if ((instance as Chart)?.ToHtml() is not { } html)
            {
                return false;
            }

            writer.Write(html);
            return true;
        }
    }

    internal sealed class SvgFormatter
    {
        public string MimeType => "image/svg+xml";

        public bool Format(object instance, TextWriter writer)
        {
            (instance as Chart)?.WriteTo(writer);
            return instance is Chart;
        }
    }
}
