namespace GdprKit.Samples.Crm.Customers;

/// <summary>How it stands with a customer and the privacy notice, and what an employee records of it.</summary>
public sealed class CustomerNotice(NoticeVersions versions, NoticeAcknowledgements acknowledgements, NoticeForms forms)
{
    /// <summary>Which version holds, and how far it has come that the customer knows of it; <see langword="null"/> where none was published.</summary>
    public async Task<(NoticeVersion Version, NoticeDelivery Delivery)?> FindAsync(SubjectId customer, CancellationToken cancellationToken) =>
        await versions.FindCurrentAsync(cancellationToken: cancellationToken) is { } version
            ? (version, await acknowledgements.FindAsync(customer, version, cancellationToken))
            : null;

    /// <summary>Records that a customer said on paper or by phone to have read the version that holds.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="form">What the employee wrote down; it is valid.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Whether it was; not where nothing was published, or not in that language, or by another means.</returns>
    public async Task<bool> RecordAsync(SubjectId customer, NoticeReadForm form, CancellationToken cancellationToken)
    {
        if (form.Means is not (AcknowledgementMeans.Paper or AcknowledgementMeans.Phone)
            || !Language.TryParse(form.Language, out var language)
            || await versions.FindCurrentAsync(cancellationToken: cancellationToken) is not { } version
            || !version.Texts.Any(text => text.Language == language))
        {
            return false;
        }

        var words = (await forms.OfferAsync(language, cancellationToken: cancellationToken)).Label;
        await acknowledgements.AcknowledgeAsync(
            customer, new Acknowledgement { Version = version.Digest, Language = language, Means = form.Means, Label = words, Note = form.Note!.Trim() }, cancellationToken);
        return true;
    }
}
