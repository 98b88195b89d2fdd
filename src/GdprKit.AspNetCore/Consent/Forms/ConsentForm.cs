using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit;

/// <summary>
/// What somebody answered to the questions of a form, exactly as they were shown. A parameter of a page handler, an action or a minimal
/// endpoint of this type is bound by itself; for a form about a person who is signed in use <see cref="ConsentForms.ReadAsync"/>.
/// </summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
[ModelBinder(typeof(ConsentFormBinder))]
public sealed class ConsentForm
{
    internal ConsentForm(ValueList<ConsentAnswer> answers) => Answers = answers;

    internal ConsentForm(FormFault fault) => (Answers, Fault) = ([], fault);

    /// <summary>The answers, in the order of the questions; none when the form is refused.</summary>
    public ValueList<ConsentAnswer> Answers { get; }

    /// <summary>Why the form is refused; <see langword="null"/> when it is not. A page shows it as it shows any other mistake in a form.</summary>
    public FormFault? Fault { get; }

    /// <summary>Binds the form of a request to a parameter of a minimal endpoint.</summary>
    /// <param name="context">The request.</param>
    /// <param name="parameter">The parameter.</param>
    public static ValueTask<ConsentForm> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.RequestServices.GetRequiredService<ConsentForms>().ReadAsync(context.Request, person: null, context.RequestAborted);
    }

    /// <summary>Records every "yes". Sent twice it is recorded once.</summary>
    /// <param name="consents">Where: <c>gdpr.Consents</c> in the transaction of <c>SaveChangesWithGdprAsync</c>.</param>
    /// <param name="subject">The person.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="InvalidOperationException">GDPR4522: the form was refused, so there is nothing to record.</exception>
    /// <exception cref="ConsentException">The ledger refuses one of the answers.</exception>
    public async ValueTask RecordAsync(Consents consents, SubjectId subject, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(consents);
        if (Fault is not null)
        {
            throw new InvalidOperationException($"{WebMessages.FormRefused}: answers of a form are recorded that was refused. Look at Fault first, and show it to the visitor.");
        }

        foreach (var answer in Answers.Where(answer => answer.Agreed))
        {
            await consents.GiveAsync(subject, answer.Topic, answer.Evidence, cancellationToken).ConfigureAwait(false);
        }
    }
}
