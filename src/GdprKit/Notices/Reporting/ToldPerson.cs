namespace GdprKit;

/// <summary>How it stands with one person and a version of the notice.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
/// <param name="Subject">The person, as the application knows one; <see langword="null"/> when nobody can tell any more, because the person was erased.</param>
/// <param name="Delivery">How it stands; <see cref="NoticeDeliveryStatus.Unknown"/> for who waits and nothing was done about yet.</param>
/// <param name="HasLeft">Whether no data of the person are held any more.</param>
public sealed record ToldPerson(SubjectId? Subject, NoticeDelivery Delivery, bool HasLeft)
{
    /// <summary>How far it has come; the person is withheld.</summary>
    public override string ToString() => Delivery.Status.ToString();
}
