namespace GdprKit;

/// <summary>
/// What the privacy notice says between the declarations of the register: its headings, its questions, and the sentences that are the
/// same for everybody. What a register's own facts are called comes from <see cref="RegisterWording"/>.
/// </summary>
/// <remarks>
/// To say something otherwise, for example to "u", derive from <see cref="DutchNoticeWording"/> or <see cref="EnglishNoticeWording"/>, override
/// it, and hand it to <see cref="NoticeOptions.UseWording"/>. Sentences are plain (level B1), people are addressed as "je" and "you", and
/// articles stand in parentheses. Immutable; safe for use by several threads.
/// </remarks>
public abstract partial class NoticeWording
{
    /// <summary>Takes the words of the register from somewhere.</summary>
    /// <param name="register">The words in which the declarations are put; they decide the language.</param>
    protected NoticeWording(RegisterWording register)
    {
        ArgumentNullException.ThrowIfNull(register);
        Register = register;
    }

    /// <summary>The words in which the declarations are put.</summary>
    public RegisterWording Register { get; }

    /// <summary>The language of the words.</summary>
    public Language Language => Register.Language;

    /// <summary>The built-in words of a language.</summary>
    /// <param name="language">Dutch or English.</param>
    /// <exception cref="NotSupportedException">GDPR1020: the language is another one.</exception>
    public static NoticeWording In(Language language)
    {
        var register = RegisterWording.In(language);
        return language == Language.Dutch ? new PlainDutch(register) : new PlainEnglish(register);
    }

    /// <summary>The title of the public notice.</summary>
    /// <param name="controller">The name of the controller.</param>
    public abstract string Title(string controller);

    /// <summary>The title of the notice of one kind of people.</summary>
    /// <param name="controller">The name of the controller.</param>
    /// <param name="people">The people.</param>
    public abstract string TitleFor(string controller, string people);

    /// <summary>The heading over the table of contents.</summary>
    public abstract string Contents { get; }

    /// <summary>What the notice is about.</summary>
    public abstract string Introduction { get; }

    /// <summary>Whom the notice is for.</summary>
    /// <param name="people">The people.</param>
    public abstract string IntendedFor(string people);

    /// <summary>That other people have a notice of their own.</summary>
    /// <param name="people">The people.</param>
    public abstract string OthersHaveTheirOwn(string people);

    /// <summary>What the notice was made from, for who wants to check it.</summary>
    /// <param name="reference">The beginning of the register's hash.</param>
    public abstract string MadeFromRegister(string reference);

    private sealed class PlainDutch(RegisterWording register) : DutchNoticeWording(register);

    private sealed class PlainEnglish(RegisterWording register) : EnglishNoticeWording(register);
}
