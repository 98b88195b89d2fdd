namespace GdprKit.Samples.Crm.Pages.Privacy;

/// <summary>What visitors who read a language see on a form.</summary>
/// <param name="Notice">The box about the notice, and the version of the notice that would be recorded.</param>
/// <param name="Questions">The words of the questions, in their order.</param>
public sealed record FormLanguage(NoticeBox Notice, IReadOnlyList<ConsentWording> Questions)
{
    public Language Language => Notice.Notice.Language;
}
