using GdprKit.Ledger;
using GdprKit.Requests;
using NodaTime;

namespace GdprKit;

/// <summary>
/// Makes exports for requests of access and portability that were granted, keeps them encrypted for a time outside of the database, and hands them out to who has the link. What was exported, when, by whom, and
/// that it was fetched is recorded with the request.
/// </summary>
/// <remarks>
/// <para>
/// The file is encrypted under a key of its own that is only in the <see cref="ExportTicket"/>: who reads the folder, the database or a backup of either reads nothing. A ticket that is forged, whose time is
/// over, or of which nothing is left, opens nothing, and nobody can tell which of these it was. A file goes when its time is over: a worker of GdprKit.Hosting removes it, and so does everybody who asks for any.
/// </para>
/// <para>Of the life of its ledger, and as safe for use by several threads.</para>
/// </remarks>
public sealed class RightsExports
{
    private readonly RightsRequests _requests;
    private readonly PersonalDataExports _exports;
    private readonly IExportVault? _vault;
    private readonly IClock _clock;
    private readonly PersonalDataExportOptions _options;

    /// <summary>Makes exports for requests.</summary>
    /// <param name="requests">The requests.</param>
    /// <param name="exports">Writes what is held.</param>
    /// <param name="vault">Where exports are kept; <see langword="null"/> where none is.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="options">For how long; <see langword="null"/> for the defaults.</param>
    public RightsExports(RightsRequests requests, PersonalDataExports exports, IExportVault? vault, IClock clock, PersonalDataExportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(requests);
        ArgumentNullException.ThrowIfNull(exports);
        ArgumentNullException.ThrowIfNull(clock);
        (_requests, _exports, _vault, _clock, _options) = (requests, exports, vault, clock, options ?? new PersonalDataExportOptions());
    }

    private Instant Now => LedgerTime.Floor(_clock.GetCurrentInstant());

    /// <summary>Makes the export of a request, and records it. The request is fulfilled when the person was told: <see cref="RightsFulfilment.ByExport"/>.</summary>
    /// <param name="request">The id of a request for access or portability, granted wholly or in part.</param>
    /// <param name="author">Who makes it.</param>
    /// <param name="language">In which language the person reads.</param>
    /// <param name="reviewed">What somebody decided about texts in which others can be named.</param>
    /// <param name="cancellationToken">Ends the work; afterwards it is made and recorded, or neither.</param>
    /// <returns>The export with its ticket, which is nowhere else.</returns>
    /// <exception cref="PersonalDataExportException">
    /// GDPR1541 or GDPR1542: a source did not answer, or not as it should. GDPR1544: the request is not granted, or for another right. GDPR1545: nobody knows whose it is. GDPR1547: nothing says where exports are kept.
    /// </exception>
    /// <exception cref="RightsRequestException">GDPR1513: there is no such request.</exception>
    /// <exception cref="PersonalDataStoreException">GDPR3005: a store did not answer.</exception>
    /// <inheritdoc cref="LedgerStreams.AppendAsync(ValueList{StreamChange}, LeaseFence?, CancellationToken)" path="/exception[@cref='T:GdprKit.Ledger.LedgerException']"/>
    public async ValueTask<KeptExport> MakeAsync(
        EntryId request, Operator author, Language language, ValueList<ReviewedText> reviewed = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(author);
        var vault = _vault ?? throw ExportRefusals.NoPlace();
        var state = await _requests.FindAsync(request, cancellationToken).ConfigureAwait(false) ?? throw RequestRefusals.RequestUnknown();
        RequireGranted(state);
        var person = await _requests.FindPersonAsync(request, cancellationToken).ConfigureAwait(false) ?? throw ExportRefusals.NobodysRequest();
        var now = Now;
        await vault.RemoveDueAsync(now, cancellationToken).ConfigureAwait(false);

        // In whole seconds, as the file says it.
        var until = Instant.FromUnixTimeSeconds((now + _options.KeptFor).ToUnixTimeSeconds());
        var ticket = ExportTicket.New(request, EntryId.New(now));
        var order = new PersonalDataExportOrder { Right = state.Kind, Language = language, Reviewed = reviewed };
        try
        {
            var export = await WriteAsync(vault, ticket, until, person, order, cancellationToken).ConfigureAwait(false);
            await _requests.RecordExportAsync(request, author, ticket.Export, export, until, RequireGranted, cancellationToken).ConfigureAwait(false);
            return new KeptExport(ticket, export, until);
        }
        catch
        {
            // Nobody was told of it, and nobody can open it.
            await vault.RemoveAsync(ticket.Export, CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Looks whether a ticket opens an export. Changes nothing about it.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The export; <see langword="null"/> when it opens nothing, whatever the reason.</returns>
    public async ValueTask<OfferedExport?> FindAsync(ExportTicket ticket, CancellationToken cancellationToken = default)
    {
        var opened = await OpenAsync(ticket, cancellationToken).ConfigureAwait(false);
        if (opened is null)
        {
            return null;
        }

        await using (opened.ConfigureAwait(false))
        {
            return opened.Offer;
        }
    }

    /// <summary>Hands an export out, and records that it was fetched, the first time.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="output">Makes the place where the archive goes, once it is certain that there is one; what it gives is not closed.</param>
    /// <param name="cancellationToken">Ends the work; that it was fetched is recorded before its first byte leaves.</param>
    /// <returns>Whether the ticket opened anything.</returns>
    /// <exception cref="PersonalDataExportException">GDPR1546: the file was changed behind its beginning, or ends early; what was written is no archive.</exception>
    public async ValueTask<bool> FetchAsync(ExportTicket ticket, Func<OfferedExport, Stream> output, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        var opened = await OpenAsync(ticket, cancellationToken).ConfigureAwait(false);
        if (opened is null)
        {
            return false;
        }

        await using (opened.ConfigureAwait(false))
        {
            await _requests.RecordFetchedAsync(ticket.Request, ticket.Export, cancellationToken).ConfigureAwait(false);
            await opened.Content.CopyToAsync(output(opened.Offer), SealedFormat.ChunkBytes, cancellationToken).ConfigureAwait(false);
            return true;
        }
    }

    /// <summary>Removes the exports whose time is over. Can be called at any time.</summary>
    /// <param name="cancellationToken">Ends the work, also half-way.</param>
    /// <returns>How many went.</returns>
    public async ValueTask<int> RemoveDueAsync(CancellationToken cancellationToken = default) =>
        _vault is null ? 0 : await _vault.RemoveDueAsync(Now, cancellationToken).ConfigureAwait(false);

    private static void RequireGranted(RightsRequest state)
    {
        if (state.Status is not (RightsRequestStatus.Accepted or RightsRequestStatus.RefusedInPart) || state.Kind is not (RightsRequestKind.Access or RightsRequestKind.Portability))
        {
            throw ExportRefusals.NotGranted(StreamStatus.Of(state.Status).ToString());
        }
    }

    private async ValueTask<PersonalDataExport> WriteAsync(
        IExportVault vault, ExportTicket ticket, Instant until, SubjectId person, PersonalDataExportOrder order, CancellationToken cancellationToken)
    {
        var file = await vault.CreateAsync(ticket.Export, until, cancellationToken).ConfigureAwait(false);
        await using (file.ConfigureAwait(false))
        {
            var sealing = new SealingStream(file, ticket.Key, until);
            await using (sealing.ConfigureAwait(false))
            {
                var export = await _exports.WriteAsync(person, order, sealing, cancellationToken).ConfigureAwait(false);
                await sealing.CompleteAsync(cancellationToken).ConfigureAwait(false);
                return export;
            }
        }
    }

    private async ValueTask<OpenedExport?> OpenAsync(ExportTicket ticket, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        if (_vault is null)
        {
            return null;
        }

        var now = Now;
        await _vault.RemoveDueAsync(now, cancellationToken).ConfigureAwait(false);
        var request = await _requests.FindAsync(ticket.Request, cancellationToken).ConfigureAwait(false);
        return request is not null && await _vault.OpenAsync(ticket.Export, cancellationToken).ConfigureAwait(false) is { } file
            ? await OpenedExport.TryOpenAsync(file, ticket, request.Kind, now, cancellationToken).ConfigureAwait(false)
            : null;
    }
}
