namespace GdprKit.Consent;

/// <summary>What an endpoint understood of a form.</summary>
public sealed record HeardForm(int Asked, int Agreed, bool IsValid)
{
    public static HeardForm Of(ConsentForm form, bool isValid) => new(form.Answers.Count, form.Answers.Count(answer => answer.Agreed), isValid);
}
