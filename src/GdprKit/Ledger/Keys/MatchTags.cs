using System.Buffers.Binary;
using System.Text;

namespace GdprKit.Ledger;

/// <summary>Makes the tags by which rows of erased people are known again after a restore, and finds them.</summary>
/// <remarks>
/// <para>What is hashed, byte for byte, for <see cref="KeyPurpose.MatchTag"/>, so that no two people share it:</para>
/// <list type="number">
/// <item><description>the kind of person, as the register writes it, in ASCII;</description></item>
/// <item><description>one byte 0x00;</description></item>
/// <item><description>
/// for each part of the key, in the order in which the map declares them: the length of its UTF-8 in bytes, in decimal ASCII digits without a leading zero, one byte 0x3A (<c>:</c>), and its UTF-8
/// as it is, not normalized. Half of a surrogate pair counts as U+FFFD.
/// </description></item>
/// </list>
/// <para>
/// The person 17 of the kind <c>customers</c> is <c>customers</c>, 0x00, <c>2:17</c>. The id of a key is the first eight bytes, the most significant one first, of what it makes of the ASCII text
/// <c>GdprKit match tag key 1</c>, which is no person's because there is no 0x00 in it.
/// </para>
/// <para>
/// A tag names its key, so a ring that lacks the key of a tag that is looked for, because it is of another system or from before a rotation, is refused and never mistaken for
/// one that finds nobody. Safe for use by several threads.
/// </para>
/// </remarks>
/// <param name="keys">The ring; <see langword="null"/> where nobody named any, and then whoever needs a tag is refused (GDPR3184).</param>
public sealed class MatchTags(IKeyRing? keys)
{
    private const string OfKey = "GdprKit match tag key 1";

    private readonly IKeyRing _keys = keys ?? new NoKeyRing();

    /// <summary>Makes the tags that an order to erase carries, under the current key.</summary>
    /// <param name="subjects">The people, at most 10,000.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A tag for each, in the same order.</returns>
    /// <exception cref="ArgumentOutOfRangeException">GDPR1127: there are more than 10,000 people.</exception>
    /// <exception cref="KeyRingException">The keys cannot be used; then order nothing that needs a tag.</exception>
    public async ValueTask<ValueList<MatchTag>> MakeAsync(ValueList<SubjectId> subjects, CancellationToken cancellationToken = default)
    {
        var tags = new List<MatchTag>(subjects.Count);
        foreach (var some in Parts(subjects))
        {
            var (ids, hashes) = await HashAsync(some, cancellationToken).ConfigureAwait(false);
            for (var i = 1; i < hashes.Count; i++)
            {
                tags.Add(new MatchTag(ids[0], hashes[i][0]));
            }
        }

        return tags.ToValueList();
    }

    /// <summary>Looks for people among tags that were made before, under whichever key of the ring.</summary>
    /// <param name="subjects">The people, at most 10,000; of none only the ring is asked, whether it can find all tags.</param>
    /// <param name="wanted">The tags that are looked for.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>For each person, in the same order, the wanted tags that are the person's: none as a rule, and one for each key under which one was made.</returns>
    /// <exception cref="ArgumentOutOfRangeException">GDPR1127: there are more than 10,000 people.</exception>
    /// <exception cref="KeyRingException">
    /// GDPR3187: the ring lacks the key of a wanted tag. GDPR3180 to GDPR3184: the keys cannot be used. Of nobody is then known that no order concerns them.
    /// </exception>
    public async ValueTask<ValueList<ValueList<MatchTag>>> FindAsync(ValueList<SubjectId> subjects, MatchTagSet wanted, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        var found = new List<ValueList<MatchTag>>(subjects.Count);
        foreach (var some in Parts(subjects))
        {
            var (ids, hashes) = await HashAsync(some, cancellationToken).ConfigureAwait(false);
            if (!wanted.NeedsOnly(ids))
            {
                throw new KeyRingException(
                    KeyMessages.TagKeyLacking,
                    "Rows are to be looked for by tags that were made under a key that the key ring does not have, so of no row is known that nobody ordered to erase it.",
                    "Put back the key ring that was used last, or the key that it lacks; FileKeyRing.Rotate keeps the keys of before.");
            }

            for (var i = 1; i < hashes.Count; i++)
            {
                found.Add(Found(ids, hashes[i].AsSpan(), wanted));
            }
        }

        return found.ToValueList();
    }

    private static ValueList<MatchTag> Found(ulong[] ids, ReadOnlySpan<Digest> hashes, MatchTagSet wanted)
    {
        ValueList<MatchTag> found = [];
        for (var k = 0; k < ids.Length; k++)
        {
            var tag = new MatchTag(ids[k], hashes[k]);
            if (wanted.Contains(tag))
            {
                found = [.. found, tag];
            }
        }

        return found;
    }

    // Nobody at all is one part too: also then the ring has to be there.
    private static IEnumerable<SubjectId[]> Parts(ValueList<SubjectId> subjects)
    {
        LedgerLimits.RequireAtOnce(subjects.Count);
        return subjects.IsEmpty ? [[]] : subjects.Chunk(LedgerLimits.ItemsAtOnce - 1);
    }

    // The ids and the hashes come out of one answer, so that they are of the same keys also when those are rotated meanwhile. The first hash is that of the ids, those of
    // the people follow.
    private async ValueTask<(ulong[] Ids, ValueList<ValueList<Digest>> Hashes)> HashAsync(SubjectId[] subjects, CancellationToken cancellationToken)
    {
        var texts = new string[subjects.Length + 1];
        texts[0] = OfKey;
        var text = new StringBuilder();
        for (var i = 0; i < subjects.Length; i++)
        {
            texts[i + 1] = TextOf(subjects[i], text.Clear());
        }

        var hashes = await _keys.HashAsync(KeyPurpose.MatchTag, ValueList.Own(texts), cancellationToken).ConfigureAwait(false);
        return ([.. hashes[0].Select(IdOf)], hashes);
    }

    private static string TextOf(SubjectId subject, StringBuilder text)
    {
        text.Append(subject.Kind.ToString()).Append('\0');
        foreach (var part in subject.Key)
        {
            text.Append(Encoding.UTF8.GetByteCount(part)).Append(':').Append(part);
        }

        return text.ToString();
    }

    private static ulong IdOf(Digest ofKey)
    {
        Span<byte> bytes = stackalloc byte[Digest.ByteCount];
        ofKey.CopyTo(bytes);
        return BinaryPrimitives.ReadUInt64BigEndian(bytes);
    }
}
