using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GdprKit.Samples.Crm.Privacy;

/// <summary>A page that counts in the database of the shop, and says so kindly when that gives no answer.</summary>
public abstract class CountingPageModel(ILogger logger) : PageModel
{
    /// <summary>Whether the database gave no answer.</summary>
    public bool IsUnavailable { get; private set; }

    /// <summary>Counts, and answers as a site that cannot be used now when the database does not.</summary>
    /// <returns>What was counted; <see langword="null"/> when there was no answer.</returns>
    protected async Task<T?> CountAsync<T>(Func<Task<T>> count)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(count);
        try
        {
            return await count();
        }
        catch (Exception fault) when (UnansweredQuestion.IsOne(fault))
        {
            UnansweredQuestion.Log(logger, fault);
            IsUnavailable = true;
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return null;
        }
    }
}
