using GdprKit.Consent;
using GdprKit.Decisions;
using GdprKit.Ledger;
using NodaTime;

namespace GdprKit;

/// <summary>
/// The list of addresses that get no marketing (Art. 21(3)): only keyed hashes, so that it can be kept when the people are erased and nobody
/// is imported again.
/// </summary>
/// <remarks>
/// Imports ask it before they write, whoever links a person or changes an address asks it for that person, and whoever sends asks it last. In
/// the host's transaction where there is one. Of the life of its streams, and as safe for use by several threads as they are.
/// </remarks>
/// <param name="register">Declares what is marketing.</param>
/// <param name="streams">The streams.</param>
/// <param name="store">Where the ledger is kept.</param>
/// <param name="keys">The key ring; <see langword="null"/> where nobody named any, and then whoever uses the list is refused (GDPR3184).</param>
/// <param name="clock">The clock.</param>
public sealed partial class SuppressionList(ProcessingRegister register, LedgerStreams streams, ILedgerStore store, IKeyRing? keys, IClock clock) : IAddressScreening
{
    // One hash must not be that of the same text elsewhere.
    private const string Purpose = "GdprKit suppression 1";

    // What a key makes of it tells keys apart. No address has this form, so that it is no address's hash.
    private const string OfKey = "GdprKit suppression key 1";

    private static readonly StreamStatus Removed = StreamStatus.Of(SuppressionStatus.Removed);

    private readonly IKeyRing _keys = keys ?? new NoKeyRing();

    /// <summary>
    /// Puts addresses on the list. Of those that are on it only a newer word of the person's own is recorded, so that no consent from before it takes
    /// them off; what a list says once more changes nothing. Whose they are it does not know: who does calls
    /// <see cref="AskForAsync(SubjectRef, ValueList{MarketingAddress}, CancellationToken)"/> next.
    /// </summary>
    /// <param name="addresses">The addresses, at most 10,000.</param>
    /// <param name="cause">Why.</param>
    /// <param name="at">When it was said; <see langword="null"/> for now.</param>
    /// <param name="cancellationToken">Ends the work; afterwards all are on the list or none.</param>
    /// <exception cref="ArgumentException">GDPR1250: the moment lies ahead. GDPR1255: an address has no canonical form. GDPR1256: the cause is missing.</exception>
    /// <exception cref="KeyRingException">The keys cannot be used.</exception>
    /// <inheritdoc cref="LedgerStreams.AppendAsync(ValueList{StreamChange}, LeaseFence?, CancellationToken)" path="/exception[@cref='T:GdprKit.Ledger.LedgerException']"/>
    public async ValueTask AddAsync(ValueList<MarketingAddress> addresses, SuppressionCause cause, Instant? at = null, CancellationToken cancellationToken = default)
    {
        if (cause is SuppressionCause.Unspecified || !Enum.IsDefined(cause))
        {
            throw new ArgumentException($"{DecisionMessages.CauseMissing}: nothing says why addresses are to be put on the suppression list. Name a cause.", nameof(cause));
        }

        foreach (var address in addresses)
        {
            Require(address);
        }

        var said = PersonStreams.RequirePast(at, clock);
        var listed = SuppressionEntries.Listed.Draft(new AddressListed(cause, said));
        var (found, keyNow) = await LookUpAsync(addresses, cancellationToken).ConfigureAwait(false);
        var key = StreamChange.To<KeysInUse>(KeysInUse.Stream, null, state => state.Fingerprints.Contains(keyNow) ? [] : [SuppressionEntries.KeyUsed.Draft(new KeyUsed(keyNow))]);
        var changes = found.SelectMany(each => each.Listed.IsEmpty ? [each.Current] : each.Listed).Distinct()
            .Select(stream => StreamChange.To<SuppressedAddress>(stream, null, state => IsSaidAlready(state) ? [] : [listed]))
            .Append(key)
            .ToValueList();
        await streams.AppendAsync(changes, cancellationToken: cancellationToken).ConfigureAwait(false);

        bool IsSaidAlready(SuppressedAddress state) => state.Status is SuppressionStatus.Listed && (cause is SuppressionCause.Import || said <= state.Since);
    }

    /// <summary>Asks the list.</summary>
    /// <param name="addresses">The addresses, at most 10,000.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>An answer for each, in the same order.</returns>
    /// <exception cref="KeyRingException">The keys cannot be used; then send nothing.</exception>
    public async ValueTask<ValueList<SuppressionAnswer>> AskAsync(ValueList<MarketingAddress> addresses, CancellationToken cancellationToken = default)
    {
        LedgerLimits.RequireAtOnce(addresses.Count);
        var readable = addresses.Where(address => address.IsReadable).ToValueList();
        var found = new Queue<Found>((await LookUpAsync(readable, cancellationToken).ConfigureAwait(false)).Found);
        return addresses.Select(address =>
            !address.IsReadable ? SuppressionAnswer.Unreadable
            : found.Dequeue().Listed.IsEmpty ? SuppressionAnswer.NotListed
            : SuppressionAnswer.Listed).ToValueList();
    }

    /// <summary>
    /// Takes an address off the list, because the person has since consented anew to marketing over this channel, and with it what is known of the
    /// person for that channel. Nothing else takes one off.
    /// </summary>
    /// <param name="subject">The person.</param>
    /// <param name="topic">What the person consented to.</param>
    /// <param name="address">The address; one that is not on the list stays off.</param>
    /// <param name="cancellationToken">Ends the work; afterwards it is off the list or not.</param>
    /// <exception cref="ArgumentException">GDPR1255: the address has no canonical form.</exception>
    /// <exception cref="InvalidOperationException">
    /// GDPR1257: there is no consent to marketing over this channel that stands, is confirmed where the register asks for that, was given by the person or who
    /// may speak for the person, and is younger than the entry on the list.
    /// </exception>
    /// <exception cref="KeyRingException">The keys cannot be used.</exception>
    public async ValueTask RemoveAsync(SubjectRef subject, ConsentTopic topic, MarketingAddress address, CancellationToken cancellationToken = default)
    {
        Require(address);
        var found = (await LookUpAsync([address], cancellationToken).ConfigureAwait(false)).Found[0];
        if (found.Listed.IsEmpty)
        {
            return;
        }

        var consent = await PersonStreams.ReadAsync<ConsentRecord>(streams, topic.StreamOf(subject), cancellationToken).ConfigureAwait(false);
        var isOwn = IsAbout(topic, address.Channel) && IsOwnConsent(consent, address.Channel);
        var changes = found.Listed.Select(stream => StreamChange.To<SuppressedAddress>(stream, null, Decide)).Append(PersonSuppression.Lift(subject, address.Channel, consent.LastEntry));
        await streams.AppendAsync(changes.ToValueList(), cancellationToken: cancellationToken).ConfigureAwait(false);

        ValueList<EntryDraft> Decide(SuppressedAddress state) =>
            state.Status is not SuppressionStatus.Listed ? []
            : isOwn && consent.GivenAt > state.Since ? [SuppressionEntries.Removed.Draft(new AddressRemoved(consent.LastEntry!.Value))]
            : throw new InvalidOperationException(
                $"{DecisionMessages.ConsentNotNew}: an address is to be taken off the suppression list without a new consent of the person's own to that channel. Let the person consent anew, and confirm it where the register asks for that.");
    }

    // Who agreed that a photo is shown did not ask for mail.
    private bool IsAbout(ConsentTopic topic, MarketingChannel channel) =>
        (topic.Channel ?? channel) == channel && register.Activities.TryGet(topic.Activity, out var activity) && activity.Marketing.Contains(channel);

    // What somebody else says of a person, as a list does, is not the person's own word.
    private bool IsOwnConsent(ConsentRecord consent, MarketingChannel channel) =>
        consent.StatusAt(clock.GetCurrentInstant()).IsValid()
        && consent is { LastEntry: not null, GivenBy: ConsentActor.Person or ConsentActor.ParentalResponsibility or ConsentActor.Representative }
        && (!consent.ConfirmOver.Contains(channel) || consent.ProvenChannels.Contains(channel));

    private static void Require(MarketingAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (!address.IsReadable)
        {
            throw new ArgumentException($"{DecisionMessages.AddressNotCanonical}: an address for {StreamStatus.Of(address.Channel)} has no canonical form. Correct it, or leave it out: look at IsReadable first.", nameof(address));
        }
    }

    private async ValueTask<(ValueList<Found> Found, Digest KeyNow)> LookUpAsync(ValueList<MarketingAddress> addresses, CancellationToken cancellationToken)
    {
        if (addresses.IsEmpty)
        {
            return ([], default);
        }

        var texts = addresses.Select(address => $"{Purpose}\n{StreamKey.Of(address.Channel)}\n{address.Canonical}").ToValueList();
        var (fingerprints, hashes) = await HashAsync(texts, cancellationToken).ConfigureAwait(false);
        var asked = addresses.Select((address, index) => hashes[index].Select(hash => SuppressedAddress.StreamOf(address.Channel, hash)).ToValueList()).ToValueList();
        var listed = new HashSet<StreamId>();
        foreach (var some in asked.SelectMany(each => each).Distinct().Prepend(KeysInUse.Stream).Chunk(LedgerLimits.ItemsAtOnce))
        {
            foreach (var head in await store.FindHeadsAsync(some.ToValueList(), cancellationToken).ConfigureAwait(false))
            {
                if (head.Stream == KeysInUse.Stream)
                {
                    await RequireAsync(head, fingerprints, cancellationToken).ConfigureAwait(false);
                }

                // A state of a newer program protects, like one that is known to.
                else if (head.Index.Status != Removed)
                {
                    listed.Add(head.Stream);
                }
            }
        }

        return (asked.Select(each => new Found(each[0], each.Where(listed.Contains).ToValueList())).ToValueList(), fingerprints[0]);
    }

    // Both under the same keys, also when they are rotated meanwhile.
    private async ValueTask<(ValueList<Digest> Fingerprints, List<ValueList<Digest>> Hashes)> HashAsync(ValueList<string> texts, CancellationToken cancellationToken)
    {
        ValueList<Digest>? fingerprints = null;
        var hashes = new List<ValueList<Digest>>(texts.Count);
        foreach (var some in texts.Chunk(LedgerLimits.ItemsAtOnce - 1))
        {
            var hashed = await _keys.HashAsync(KeyPurpose.Suppression, [OfKey, .. some], cancellationToken).ConfigureAwait(false);
            if (fingerprints is { } before && before != hashed[0])
            {
                return await HashAsync(texts, cancellationToken).ConfigureAwait(false);
            }

            fingerprints = hashed[0];
            hashes.AddRange(hashed.Skip(1));
        }

        return (fingerprints!.Value, hashes);
    }

    // What was listed under a key that is not there would be found by nobody.
    private async ValueTask RequireAsync(StreamHead used, ValueList<Digest> fingerprints, CancellationToken cancellationToken)
    {
        var snapshot = await streams.LoadAsync<KeysInUse>(KeysInUse.Stream, used, cancellationToken).ConfigureAwait(false);
        if (snapshot.State is not { } state)
        {
            throw StreamReading.Newer(used.Stream.Kind, snapshot.Newer!.Value);
        }

        if (!state.Fingerprints.All(fingerprints.Contains))
        {
            throw new KeyRingException(
                DecisionMessages.KeyLacking,
                "Addresses are on the suppression list under a key that the key ring does not have, so nobody can tell who is not on it.",
                "Put back the key ring that was used last, or the key that it lacks; FileKeyRing.Rotate keeps the keys of before.");
        }
    }

    /// <param name="Current">The stream under the current key.</param>
    /// <param name="Listed">The streams, under whichever key, by which the address is on the list.</param>
    private sealed record Found(StreamId Current, ValueList<StreamId> Listed);
}
