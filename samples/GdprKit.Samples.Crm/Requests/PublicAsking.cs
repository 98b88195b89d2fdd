using System.Security.Cryptography;
using System.Text;
using GdprKit.Ledger;
using GdprKit.Samples.Crm.Centre;
using GdprKit.Samples.Crm.Data;
using Microsoft.EntityFrameworkCore;

namespace GdprKit.Samples.Crm.Requests;

/// <summary>
/// Somebody without a link asks, by e-mail address. Nobody learns here whose address is known: what is recorded and mailed differs, and what is answered does not. What is asked of
/// a known address is the customer's until it turns out otherwise, because data that somebody may have asked for must not go meanwhile.
/// </summary>
public sealed class PublicAsking(RightsRequests requests, PrivacyCentre centre, RequestMail mail, CrmDbContext db)
{
    private const int HalfOfAnId = 8;

    /// <summary>Records what is asked, and writes to the customer where there is one.</summary>
    /// <param name="choice">What is asked.</param>
    /// <param name="email">The address as it was filled in.</param>
    /// <param name="words">In the person's words; may be empty.</param>
    /// <param name="form">The id of the form: sent twice with the same, it asks once.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="RightsRequestException">The words or the address are too long.</exception>
    public async Task AskAsync(RightsChoice choice, string email, string? words, EntryId form, CancellationToken cancellationToken)
    {
        var address = email.Trim();
        var matches = await db.Customers.AsNoTracking().Where(c => EF.Functions.Collate(c.Email, "NOCASE") == address).Take(2).ToListAsync(cancellationToken);
        // An address that two customers share shows neither of them.
        var customer = matches is [var one] ? one : null;
        var person = customer is null ? null : SubjectId.Of(Gdpr.Crm.Customers, customer.CustomerId);
        var id = await requests.ReceiveAsync(
            new RightsRequestIntake { Kind = choice.Kind, Activity = choice.Activity, Through = RightsRequestChannel.PrivacyCentre, Words = words, Address = address },
            person,
            IdOf(form, choice, address),
            cancellationToken);
        if (person is not null)
        {
            if (choice.IsMarketing)
            {
                await centre.RefuseMarketingAsync(person, cancellationToken);
            }

            await mail.SendAsync(person, customer!, (await requests.FindAsync(id, cancellationToken))!, cancellationToken);
        }
    }

    // Of the form, the address and what is asked: the same form with another address is another request, whoever is known.
    private static EntryId IdOf(EntryId form, RightsChoice choice, string address)
    {
        Span<byte> bytes = stackalloc byte[2 * HalfOfAnId];
        form.ToGuid().TryWriteBytes(bytes, bigEndian: true, out _);
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes($"{form}\n{choice.Id}\n{address.ToUpperInvariant()}"));
        // The two bits that make it an id of its kind stay.
        var variant = (byte)(bytes[HalfOfAnId] & 0xC0);
        digest.AsSpan(0, HalfOfAnId).CopyTo(bytes[HalfOfAnId..]);
        bytes[HalfOfAnId] = (byte)((bytes[HalfOfAnId] & 0x3F) | variant);
        return EntryId.FromGuid(new Guid(bytes, bigEndian: true));
    }
}
