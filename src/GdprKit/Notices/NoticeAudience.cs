namespace GdprKit;

/// <summary>Whom a privacy notice is for.</summary>
public abstract record NoticeAudience
{
    private NoticeAudience()
    {
    }

    /// <summary>The public notice.</summary>
    public static NoticeAudience Everybody { get; } = new Public();

    /// <summary>The notice of one kind of people.</summary>
    /// <param name="people">People who get a notice of their own (<see cref="SubjectKind.HasOwnNotice"/>).</param>
    public static NoticeAudience Of(Key<SubjectKind> people) => new Own(people);

    /// <summary>Every audience that has a notice: the public, unless everybody has a notice of their own, and then each kind of people that has.</summary>
    /// <param name="register">The register.</param>
    public static ValueList<NoticeAudience> AllOf(ProcessingRegister register)
    {
        ArgumentNullException.ThrowIfNull(register);
        var own = register.People.Where(kind => kind.HasOwnNotice).Select(kind => Of(kind.Key));
        return (register.People.All(kind => kind.HasOwnNotice) ? own : own.Prepend(Everybody)).ToValueList();
    }

    /// <summary>The kinds of people whom the notice is for, ordered by key.</summary>
    /// <param name="register">The register.</param>
    public ValueList<Key<SubjectKind>> KindsIn(ProcessingRegister register)
    {
        ArgumentNullException.ThrowIfNull(register);
        return register.People.Where(kind => this is Own own ? kind.Key == own.People : !kind.HasOwnNotice).Select(kind => kind.Key).ToValueList();
    }

    /// <summary>
    /// Everybody except people with a notice of their own: it tells of every activity that concerns at least one other kind of people.
    /// </summary>
    public sealed record Public : NoticeAudience;

    /// <summary>One kind of people with a notice of their own: it tells of every activity that concerns them.</summary>
    /// <param name="People">The people.</param>
    public sealed record Own(Key<SubjectKind> People) : NoticeAudience;
}
