using System.Globalization;
using GdprKit.Ledger;
using GdprKit.Samples.Crm.Data;
using GdprKit.Samples.Crm.Localization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace GdprKit.Samples.Crm.Requests;

/// <summary>What employees do with requests: what they can do now, who may, and doing it.</summary>
public sealed class RequestHandling(RightsRequests requests, Erasures erasures, RequestCopy copy, CrmDbContext db, IStringLocalizer<Texts> texts)
{
    /// <summary>Who may do a step.</summary>
    public static string PolicyOf(HandlingStep step) => step switch
    {
        HandlingStep.Accept or HandlingStep.RefuseInPart or HandlingStep.Refuse or HandlingStep.Erase => GdprKitPolicies.ApproveRequests,
        HandlingStep.Reopen => GdprKitPolicies.OverrideRequests,
        _ => GdprKitPolicies.HandleRequests,
    };

    /// <summary>How a request is, so that it is noticed when a colleague did something since.</summary>
    public static string StampOf(RightsRequest request, SubjectId? person) =>
        string.Create(CultureInfo.InvariantCulture, $"{request.Status}-{request.Since.ToUnixTimeTicks()}-{request.ExtendedOn:uuuuMMdd}-{(person is null ? 0 : 1)}");

    /// <summary>What can be done with a request as it is now, in the order in which it is usually done.</summary>
    /// <param name="request">The request.</param>
    /// <param name="person">Whose it is.</param>
    /// <param name="hasEarlier">Whether there is an earlier one for the same with which it can be handled.</param>
    /// <param name="erasure">The erasure that was ordered for it; <see langword="null"/> for none.</param>
    public static IEnumerable<HandlingStep> StepsOf(RightsRequest request, SubjectId? person, bool hasEarlier, ErasureOrder? erasure)
    {
        var isGranted = request.Status is RightsRequestStatus.Accepted or RightsRequestStatus.RefusedInPart;
        var isDecidable = request.Status is RightsRequestStatus.Received or RightsRequestStatus.ClarificationAsked;
        var isUndecided = isDecidable || request.Status is RightsRequestStatus.IdentityAsked;
        var isAboutDecisions = request.Kind is RightsRequestKind.Restriction or RightsRequestKind.Objection;

        // What was ended can be ordered again, or answered without.
        var isNotOrdered = erasure is null or { Status: ErasureOrderStatus.Ended };
        (HandlingStep Step, bool Can)[] steps =
        [
            (HandlingStep.Assign, request.IsOpen && person is null),
            (HandlingStep.Answered, request.Status is RightsRequestStatus.ClarificationAsked),
            (HandlingStep.Identified, request.Status is RightsRequestStatus.IdentityAsked),
            (HandlingStep.Erase, isGranted && request.Kind is RightsRequestKind.Erasure && person is not null && isNotOrdered),
            (HandlingStep.Erased, erasure is { IsUnderWay: true } && erasure.Places.Any(place => place.IsByHand && !place.HasAnswered)),
            (HandlingStep.Copy, RequestCopy.IsGranted(request) && person is not null),
            (HandlingStep.Fulfil, isGranted && (isNotOrdered || erasure is { HasEveryAnswer: true })),
            (HandlingStep.Accept, isDecidable),
            (HandlingStep.RefuseInPart, isDecidable && !isAboutDecisions),
            (HandlingStep.Refuse, isUndecided && !request.IsAgainstMarketing),
            (HandlingStep.Ask, request.Status is RightsRequestStatus.Received),
            (HandlingStep.Doubt, request is { Status: RightsRequestStatus.Received, From: RightsRequestOrigin.Unknown, IsIdentityConfirmed: false, IsAgainstMarketing: false }),
            (HandlingStep.Extend, request is { IsOpen: true, ExtendedOn: null }),
            (HandlingStep.Merge, isUndecided && hasEarlier),
            (HandlingStep.Withdraw, request.IsOpen && !(isAboutDecisions && request.Status is RightsRequestStatus.Accepted)),
            (HandlingStep.Reopen, !request.IsOpen && request.Status is not RightsRequestStatus.Merged && !(isAboutDecisions && request.Status is RightsRequestStatus.Fulfilled)),
        ];
        return steps.Where(each => each.Can).Select(each => each.Step);
    }

    /// <summary>How a place is written in a form.</summary>
    public static string WrittenOf(ErasurePlaceState place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return $"{place.Kind}/{place.Key}";
    }

    /// <summary>The earlier requests of the same person for the same, with which a request can be handled.</summary>
    public async Task<IReadOnlyList<RightsRequest>> EarlierAsync(RightsRequest request, SubjectId? person, CancellationToken cancellationToken) => person is null ? [] : await requests
        .ListAsync(person, cancellationToken)
        .Where(other => other.IsOpen && other.Id != request.Id && other.Kind == request.Kind && other.Activity == request.Activity && other.ReceivedOn <= request.ReceivedOn)
        .OrderBy(other => other.ReceivedOn)
        .ToListAsync(cancellationToken);

    /// <summary>Does a step.</summary>
    /// <param name="id">The request.</param>
    /// <param name="form">What was filled in.</param>
    /// <param name="author">Who does it; may, by <see cref="PolicyOf"/>.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Why it was not done; <see langword="null"/> when it was.</returns>
    public async Task<StepFault?> DoAsync(EntryId id, StepForm form, Operator author, CancellationToken cancellationToken)
    {
        try
        {
            return await TryAsync(id, form, author, form.Day is { } day ? LocalDate.FromDateOnly(day) : null, cancellationToken);
        }
        catch (RightsRequestException fault)
        {
            return new StepFault(FieldOf(fault), await TellAsync(fault, id, cancellationToken));
        }
        catch (PersonalDataExportException fault)
        {
            var said = texts[$"Requests.Fault.{fault.Id}"];
            return new StepFault(StepField.None, said.ResourceNotFound ? fault.Message : $"{said.Value} ({fault.Id})");
        }
        catch (ErasureException fault)
        {
            var said = texts[$"Requests.Fault.{fault.Id}"];
            return new StepFault(fault.Id is "GDPR1577" ? StepField.Day : StepField.None, said.ResourceNotFound ? fault.Message : $"{said.Value} ({fault.Id})");
        }
    }

    private async Task<StepFault?> TryAsync(EntryId id, StepForm form, Operator author, LocalDate? day, CancellationToken cancellationToken)
    {
        var text = form.Text ?? "";
        var ground = Enum.TryParse<RightsRequestGround>(form.Choice, out var named) ? named : RightsRequestGround.Unspecified;
        switch (form.Step)
        {
            case HandlingStep.Assign:
                if (!int.TryParse(form.Choice, CultureInfo.InvariantCulture, out var number) || !await db.Customers.AnyAsync(c => c.CustomerId == number, cancellationToken))
                {
                    return new StepFault(StepField.Choice, texts["Requests.NoCustomer"]);
                }

                await requests.AssignAsync(id, SubjectId.Of(Gdpr.Crm.Customers, number), author, cancellationToken);
                return null;
            case HandlingStep.Copy:
                return await copy.MailAsync(id, author, text, cancellationToken);
            case HandlingStep.Erase:
                await erasures.OrderForAsync(id, author, cancellationToken: cancellationToken);
                return null;
            case HandlingStep.Erased:
                if (form.Choice?.Split('/') is not [var kind, var key] || !Enum.TryParse<ErasurePlaceKind>(kind, out var what) || !Key<ErasurePlace>.TryParse(key, out var at))
                {
                    return new StepFault(StepField.Choice, texts["Erasure.NoPlace"]);
                }

                await erasures.RecordAsync(id, new ErasurePlace(what, at), author, on: day, cancellationToken: cancellationToken);
                return null;
            case HandlingStep.Merge:
                if (!EntryId.TryParse(form.Choice, out var other))
                {
                    return new StepFault(StepField.Choice, texts["Requests.NoOther"]);
                }

                await requests.MergeAsync(id, other, author, cancellationToken);
                return null;
        }

        _ = form.Step switch
        {
            HandlingStep.Ask => await requests.AskClarificationAsync(id, author, text, day, cancellationToken),
            HandlingStep.Answered => await requests.ClarifyAsync(id, author, text, day, cancellationToken),
            HandlingStep.Doubt => await requests.AskIdentityAsync(id, author, text, day, cancellationToken),
            HandlingStep.Identified => await requests.ConfirmIdentityAsync(id, author, day, cancellationToken),
            HandlingStep.Accept => await requests.AcceptAsync(id, author, Enum.TryParse<RestrictionGround>(form.Choice, out var why) ? why : null, cancellationToken),
            HandlingStep.RefuseInPart => await requests.RefuseInPartAsync(id, author, ground, text, cancellationToken),
            HandlingStep.Refuse => await requests.RefuseAsync(id, author, ground, text, cancellationToken),
            HandlingStep.Extend => await requests.ExtendAsync(id, author, text, day, cancellationToken),
            HandlingStep.Fulfil => await requests.FulfilAsync(id, author, await DoneAsync(id, text, cancellationToken), day, cancellationToken),
            HandlingStep.Withdraw => await requests.WithdrawAsync(id, author, day, cancellationToken),
            HandlingStep.Reopen => await requests.ReopenAsync(id, author, text, cancellationToken),
            _ => throw new ArgumentOutOfRangeException(nameof(form), form.Step, "The form names no step."),
        };
        return null;
    }

    private async Task<RightsFulfilment> DoneAsync(EntryId id, string text, CancellationToken cancellationToken) =>
        await erasures.FindAsync(id, cancellationToken) is { IsUnderWay: true } ? RightsFulfilment.ByErasure(text) : RightsFulfilment.ByHand(text);

    /// <summary>The field that a refusal is about.</summary>
    public static StepField FieldOf(RightsRequestException fault) => fault.Id switch
    {
        "GDPR1511" or "GDPR1512" => StepField.Text,
        "GDPR1506" or "GDPR1507" or "GDPR1514" or "GDPR1520" => StepField.Day,
        "GDPR1517" or "GDPR1521" or "GDPR1522" or "GDPR1523" => StepField.Choice,
        _ => StepField.None,
    };

    /// <summary>Why something was refused, and what to do instead, in the language of the reader.</summary>
    public async Task<string> TellAsync(RightsRequestException fault, EntryId id, CancellationToken cancellationToken)
    {
        var now = await requests.FindAsync(id, cancellationToken);
        var said = fault.Id is "GDPR1515" && now is not null ? texts["Requests.Fault.GDPR1515", texts[$"Requests.Status.{now.Status}"].Value]
            : fault.Id is "GDPR1520" && now is not null ? texts["Requests.Fault.GDPR1520", now.Dates.NominalDue.Long()]
            : texts[$"Requests.Fault.{fault.Id}"];
        return said.ResourceNotFound ? fault.Message : $"{said.Value} ({fault.Id})";
    }
}
