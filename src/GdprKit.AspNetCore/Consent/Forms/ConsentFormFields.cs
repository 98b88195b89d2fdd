namespace GdprKit;

/// <summary>The names of the fields by which a form sends what was asked and what was ticked. Both may occur several times.</summary>
public static class ConsentFormFields
{
    /// <summary>The hidden field of a question: <see cref="ConsentQuestion.Sealed"/>.</summary>
    public const string Question = "gdpr-question";

    /// <summary>The box of a question, sent only when it is ticked: <see cref="ConsentQuestion.Id"/>.</summary>
    public const string Agree = "gdpr-agree";
}
