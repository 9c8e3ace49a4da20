using Microsoft.AspNetCore.Identity;
using WebScorecard.Pages;

namespace WebScorecard.People;

/// <summary>Names are people's own, in any script, but nothing that could pass for something else in a history.</summary>
internal sealed class AccountNames : IUserValidator<Account>
{
    public const int MaxLength = 60;

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user) => Task.FromResult(
        user.UserName is { Length: > 0 and <= MaxLength } name && name.Trim() == name && name.All(each => char.IsLetterOrDigit(each) || " -._@'".Contains(each))
            ? IdentityResult.Success
            : IdentityResult.Failed(new IdentityError { Code = "Name", Description = Texts.Text("AccountName", MaxLength) }));
}

/// <summary>What Identity refuses, in the language of the request.</summary>
internal sealed class AccountErrors : IdentityErrorDescriber
{
    public override IdentityError DuplicateUserName(string userName) => Error(nameof(DuplicateUserName), Texts.Text("AccountTaken", userName));

    public override IdentityError InvalidUserName(string? userName) => Error(nameof(InvalidUserName), Texts.Text("AccountName", AccountNames.MaxLength));

    public override IdentityError PasswordTooShort(int length) => Error(nameof(PasswordTooShort), Texts.Text("PasswordTooShort", length));

    public override IdentityError PasswordMismatch() => Error(nameof(PasswordMismatch), Texts.Text("PasswordWrong"));

    public override IdentityError InvalidToken() => Error(nameof(InvalidToken), Texts.Text("InvitationOver"));

    private static IdentityError Error(string code, string description) => new() { Code = code, Description = description };
}
