using OkrKpi;
using WebScorecard.Pages;

namespace WebScorecard.Edit;

/// <summary>A form about one thing that is defined: what it changes, and which of the library's findings belong beside it.</summary>
public abstract class DefinitionEdit
{
    /// <summary>Where the form is.</summary>
    public abstract string Path { get; }

    /// <summary>Where one is led when it is stored.</summary>
    public abstract string After(Fields fields);

    /// <summary>The portfolio with what the form says.</summary>
    /// <exception cref="ArgumentException">The library finds no sense in it, alone or together with what is known.</exception>
    public Portfolio Applied(Portfolio portfolio, Fields fields)
    {
        try
        {
            return Apply(portfolio, fields);
        }
        catch (InvalidOperationException refused)
        {
            throw new ArgumentException(refused.Message, refused);
        }
    }

    /// <summary>The portfolio with what the form says, as the library has it.</summary>
    protected abstract Portfolio Apply(Portfolio portfolio, Fields fields);

    /// <summary>Whether there is what the form is about.</summary>
    public virtual bool IsThere(Portfolio portfolio) => true;

    /// <summary>Whether a finding belongs beside the form.</summary>
    public virtual bool Concerns(FindingSubject subject) => false;

    /// <summary>The id in a query; null to define something new.</summary>
    protected static string? Given(string? id) => string.IsNullOrEmpty(id) ? null : id;

    /// <summary>The address of a form, with what it is about.</summary>
    protected static string Address(string form, params (string Name, string? Value)[] query) =>
        form + string.Concat(query.Where(each => each.Value is not null)
            .Select((each, index) => $"{(index == 0 ? '?' : '&')}{each.Name}={Uri.EscapeDataString(each.Value!)}"));
}

/// <summary>What a page with a form shows.</summary>
/// <param name="View">The page.</param>
/// <param name="Edit">The form.</param>
/// <param name="Version">The number of the definition the reader sees.</param>
/// <param name="HasHistory">What is fixed, because there is a history that would be read otherwise.</param>
/// <param name="Findings">What the library finds: of what is stored, or of what was filled in to be checked.</param>
/// <param name="IsChecked">Whether what was filled in was checked, and nothing stored.</param>
public sealed record Editing(
    View View, DefinitionEdit Edit, int Version, Func<(string? Objective, string Id), bool> HasHistory, IReadOnlyList<Finding> Findings, bool IsChecked)
{
    public Portfolio Portfolio => View.Review.Portfolio;
}
