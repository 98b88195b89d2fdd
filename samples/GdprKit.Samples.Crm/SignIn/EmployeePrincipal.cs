using System.Globalization;
using System.Security.Claims;
using GdprKit.Samples.Crm.Data;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace GdprKit.Samples.Crm.SignIn;

/// <summary>An employee as the one who is signed in.</summary>
public static class EmployeePrincipal
{
    private const string TitleClaim = "title";

    public static ClaimsPrincipal For(Employee employee) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, employee.EmployeeId.ToString(CultureInfo.InvariantCulture)),
            new Claim(ClaimTypes.Name, employee.FullName),
            new Claim(TitleClaim, employee.Title ?? ""),
        ],
        CookieAuthenticationDefaults.AuthenticationScheme));

    extension(ClaimsPrincipal user)
    {
        public bool IsSignedIn => user.Identity?.IsAuthenticated == true;

        public int? EmployeeId =>
            int.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var id) ? id : null;

        /// <summary>Who is signed in, as GdprKit knows people. Only for pages that ask for an employee.</summary>
        public SubjectId AsPerson => SubjectId.Of(Gdpr.Crm.Employees, user.EmployeeId ?? throw new InvalidOperationException("Nobody is signed in."));

        public string? JobTitle => user.FindFirstValue(TitleClaim);

        /// <summary>Who is signed in, as the ledger names who does something for the shop.</summary>
        public Operator AsOperator => Operator.Parse(string.Create(CultureInfo.InvariantCulture, $"employee-{user.EmployeeId}"));

        /// <summary>Whether it is somebody who speaks with customers.</summary>
        public bool IsInSales => user.JobTitle?.Contains("Sales", StringComparison.Ordinal) == true;

        public bool IsGeneralManager => user.JobTitle == "General Manager";

        public bool IsManager => user.JobTitle?.Contains("Manager", StringComparison.Ordinal) == true;
    }
}
