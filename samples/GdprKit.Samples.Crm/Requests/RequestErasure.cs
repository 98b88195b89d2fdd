using GdprKit.Documents;
using GdprKit.Ledger;
using GdprKit.Samples.Crm.Localization;
using Microsoft.Extensions.Localization;

namespace GdprKit.Samples.Crm.Requests;

/// <summary>What a request for erasure comes to: what would go, how far it has come, and the letter.</summary>
public sealed class RequestErasure(Erasures erasures, ErasureCertificates certificates, ProcessingRegister register, PersonalDataMap map, IStringLocalizer<Texts> texts)
{
    /// <summary>Reads it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="person">Whose it is.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>It; <see langword="null"/> for a request for something else, and while nobody knows whose it is.</returns>
    public async Task<ErasureView?> ReadAsync(RightsRequest request, SubjectId? person, CancellationToken cancellationToken)
    {
        if (request.Kind is not RightsRequestKind.Erasure)
        {
            return null;
        }

        var order = await erasures.FindAsync(request.Id, cancellationToken);
        var plan = order is null or { Status: ErasureOrderStatus.Ended } && person is not null && request.IsOpen ? await erasures.PlanAsync(person, cancellationToken) : null;
        var letter = order is { HasEveryAnswer: true, Status: not ErasureOrderStatus.Ended } && request.IsOpen ? await erasures.WriteLetterAsync(request.Id, Language.OfReader, cancellationToken) : null;
        return plan is null && order is null ? null : new ErasureView(plan?.ToDocument(register, Language.OfReader), order, letter, [.. (order?.Places ?? []).Select(Line)]);
    }

    /// <summary>Certifies what was erased.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The certificate; <see langword="null"/> without an erasure, and until everything has been answered.</returns>
    public async Task<ErasureCertificate?> CertifyAsync(EntryId request, CancellationToken cancellationToken) =>
        await erasures.FindAsync(request, cancellationToken) is { HasEveryAnswer: true } ? await certificates.IssueAsync(request, cancellationToken) : null;

    /// <summary>A certificate in the language of the reader.</summary>
    public Document Write(ErasureCertificate certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        return certificate.ToDocument(map, Language.OfReader);
    }

    /// <summary>What a place is called.</summary>
    public string NameOf(ErasurePlaceState place) => place.Kind switch
    {
        ErasurePlaceKind.Recipient when register.Recipients.TryGet(Key<Recipient>.Parse(place.Key.ToString()), out var recipient) => recipient.Name,
        ErasurePlaceKind.ManualStore when map.ManualStores.FirstOrDefault(store => store.Key.ToString() == place.Key.ToString()) is { } store => RegisterWording.In(Language.OfReader).Text(store.Name),
        ErasurePlaceKind.Store => texts["Erasure.Database"],
        ErasurePlaceKind.Undeclared => texts["Erasure.Undeclared"],
        _ => place.Key.ToString(),
    };

    private ErasureLine Line(ErasurePlaceState place) => new(
        NameOf(place),
        place switch
        {
            { Answer: ErasurePlaceAnswer.Waiting, ErasableFrom: { } from } => texts["Erasure.WaitingUntil", RegisterWording.In(Language.OfReader).Date(from)],
            { Answer: ErasurePlaceAnswer.Waiting } => texts["Erasure.Waiting"],
            { Kind: ErasurePlaceKind.Recipient, Answer: ErasurePlaceAnswer.Done } => texts["Erasure.Told"],
            { Answer: ErasurePlaceAnswer.Impossible } => texts["Erasure.Impossible"],
            { Answer: ErasurePlaceAnswer.Done } => texts["Erasure.Done"],
            { Failures: > 0 } => texts["Erasure.Failing"],
            { IsByHand: true } => texts["Erasure.ByHand"],
            _ => texts["Erasure.UnderWay"],
        });
}
