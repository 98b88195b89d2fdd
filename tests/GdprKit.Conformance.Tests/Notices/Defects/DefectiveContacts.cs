using GdprKit.Ledger;
using GdprKit.Mapping;
using GdprKit.Notices;

namespace GdprKit.Conformance.Notices;

/// <summary>Passes every question on to a source without a defect. What derives from it gets one thing wrong.</summary>
internal abstract class DefectiveContacts(IContactSource sound) : IContactSource
{
    public virtual ValueTask<ContactPage> ReadWithoutHeadAsync(ContactQuery query, CancellationToken cancellationToken) => sound.ReadWithoutHeadAsync(query, cancellationToken);

    public virtual ValueTask<ValueList<Contact>> FindAsync(ValueList<SubjectId> people, CancellationToken cancellationToken) => sound.FindAsync(people, cancellationToken);

    public virtual ValueTask<ValueList<PostalContact>> FindPostalAsync(ValueList<SubjectId> people, CancellationToken cancellationToken) => sound.FindPostalAsync(people, cancellationToken);

    public virtual ValueTask<ContactCounts> CountAsync(ValueList<Key<SubjectKind>> people, StreamKind kind, StreamKey key, CancellationToken cancellationToken) =>
        sound.CountAsync(people, kind, key, cancellationToken);
}
