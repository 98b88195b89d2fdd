using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit;

/// <summary>
/// Whether somebody ticked the box about the privacy notice of a form. A parameter of a page handler, an action or a minimal endpoint of this
/// type is bound by itself; for a form about a person who is signed in use <see cref="NoticeForms.ReadAsync"/>.
/// </summary>
/// <remarks>
/// A box that was left empty is no fault: people must be told (Art. 13), and need not say that they read it. Immutable. Safe for use by several
/// threads.
/// </remarks>
[ModelBinder(typeof(NoticeFormBinder))]
public sealed class NoticeForm
{
    internal NoticeForm(NoticeAcknowledgement? acknowledgement) => Acknowledgement = acknowledgement;

    internal NoticeForm(FormFault fault) => Fault = fault;

    /// <summary>What was ticked, exactly as it was shown; <see langword="null"/> when the box was left empty, was not there, or the form is refused.</summary>
    public NoticeAcknowledgement? Acknowledgement { get; }

    /// <summary>Why the form is refused; <see langword="null"/> when it is not. A page shows it as it shows any other mistake in a form.</summary>
    public FormFault? Fault { get; }

    /// <summary>Binds the form of a request to a parameter of a minimal endpoint.</summary>
    /// <param name="context">The request.</param>
    /// <param name="parameter">The parameter.</param>
    public static ValueTask<NoticeForm> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.RequestServices.GetRequiredService<NoticeForms>().ReadAsync(context.Request, person: null, context.RequestAborted);
    }

    /// <summary>
    /// Records that the box was ticked, as the person's acknowledgement of the version that was shown. Sent twice it is recorded once; a box that was left
    /// empty, and one that was shown before anything was published, records nothing.
    /// </summary>
    /// <param name="acknowledgements">Where: <c>gdpr.Acknowledgements</c> in the transaction of <c>SaveChangesWithGdprAsync</c>.</param>
    /// <param name="subject">The person.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>How it stands with the person and the version; <see langword="null"/> where nothing is recorded.</returns>
    /// <exception cref="InvalidOperationException">GDPR4522: the form was refused, so there is nothing to record.</exception>
    public async ValueTask<NoticeDelivery?> RecordAsync(NoticeAcknowledgements acknowledgements, SubjectId subject, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(acknowledgements);
        return Fault is not null
                ? throw new InvalidOperationException($"{WebMessages.FormRefused}: answers of a form are recorded that was refused. Look at Fault first, and show it to the visitor.")
            : Acknowledgement is { Notice: { Version: { } version } notice } ticked
                ? await acknowledgements.AcknowledgeAsync(
                    subject,
                    new Acknowledgement { Version = version, Language = notice.Language, Means = AcknowledgementMeans.Form, Label = ticked.Label, Id = ticked.Id },
                    cancellationToken).ConfigureAwait(false)
            : null;
    }
}
