namespace GdprKit;

/// <summary>What one privacy notice is made from: the part of the register that its readers are told of, and their language.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
public sealed class NoticeContext
{
    private NoticeContext(ProcessingRegister register, NoticeAudience audience, NoticeWording wording, ValueList<SubjectKind> people)
    {
        Register = register;
        Audience = audience;
        Wording = wording;
        People = people;
        Activities = register.Activities
            .Where(activity => activity.People.Any(key => people.Any(kind => kind.Key == key)))
            .InReadingOrder();
        Recipients = register.Recipients.Where(recipient => Activities.Any(activity => activity.Recipients.Contains(recipient.Key))).ToValueList();
    }

    /// <summary>The register.</summary>
    public ProcessingRegister Register { get; }

    /// <summary>The language of the notice.</summary>
    public Language Language => Wording.Language;

    /// <summary>Whom the notice is for.</summary>
    public NoticeAudience Audience { get; }

    /// <summary>The words of the notice.</summary>
    public NoticeWording Wording { get; }

    /// <summary>The kinds of people whom the notice is for, ordered by key.</summary>
    public ValueList<SubjectKind> People { get; }

    /// <summary>What is done with their data, in the order of <see cref="ProcessingRegister.ActivitiesInReadingOrder"/>.</summary>
    public ValueList<ProcessingActivity> Activities { get; }

    /// <summary>Who receives their data, ordered by key.</summary>
    public ValueList<Recipient> Recipients { get; }

    /// <summary>What a declaration says in the language of the notice.</summary>
    /// <param name="text">The text.</param>
    public string Text(LocalizedText text) => Wording.Register.Text(text);

    internal static NoticeContext Create(ProcessingRegister register, NoticeAudience audience, NoticeWording wording) =>
        new(register, audience, wording, Addressed(register, audience));

    /// <summary>What is told of one kind of people, whichever notice is theirs.</summary>
    internal static NoticeContext Create(ProcessingRegister register, Key<SubjectKind> kind, NoticeWording wording)
    {
        var people = register.People[kind];
        return new(register, people.HasOwnNotice ? NoticeAudience.Of(kind) : NoticeAudience.Everybody, wording, [people]);
    }

    private static ValueList<SubjectKind> Addressed(ProcessingRegister register, NoticeAudience audience) => audience switch
    {
        NoticeAudience.Own own => [register.People[own.People]],
        _ => register.People.Where(kind => !kind.HasOwnNotice).ToValueList(),
    };
}
