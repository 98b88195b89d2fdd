namespace GdprKit;

/// <summary>The names of the fields by which a form sends which notice it offered, and whether the box was ticked.</summary>
public static class NoticeFormFields
{
    /// <summary>The hidden field: <see cref="NoticeBox.Sealed"/>.</summary>
    public const string Notice = "gdpr-notice";

    /// <summary>The box, sent only when it is ticked: <see cref="NoticeBox.Id"/>.</summary>
    public const string Read = "gdpr-notice-read";
}
