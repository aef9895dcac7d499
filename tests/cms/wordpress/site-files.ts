/** The PHP files that make an unpacked WordPress tree a site of its own on loopback. */

/** `DB_HOST` names the socket; everything outgoing is off, updates too. */
export function wpConfig({
  socket,
  url,
  debugLog,
}: {
  socket: string;
  url: string;
  debugLog: string;
}): string {
  const salts = ['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'].flatMap((name) => [
    `${name}_KEY`,
    `${name}_SALT`,
  ]);
  const constants: Record<string, string | boolean> = {
    DB_NAME: 'wordpress',
    DB_USER: 'wordpress',
    DB_PASSWORD: 'wordpress',
    DB_HOST: `localhost:${socket}`,
    DB_CHARSET: 'utf8mb4',
    // Lets application passwords work without TLS.
    WP_ENVIRONMENT_TYPE: 'local',
    WP_HOME: url,
    WP_SITEURL: url,
    WP_HTTP_BLOCK_EXTERNAL: true,
    AUTOMATIC_UPDATER_DISABLED: true,
    DISALLOW_FILE_MODS: true,
    FS_METHOD: 'direct',
    WP_DEBUG: true,
    WP_DEBUG_DISPLAY: false,
    WP_DEBUG_LOG: debugLog,
    ...Object.fromEntries(salts.map((name) => [name, `for tests only: ${name}`])),
  };
  const lines = Object.entries(constants).map(
    ([name, value]) => `define('${name}', ${typeof value === 'string' ? `'${value}'` : String(value)});`,
  );
  return `<?php
${lines.join('\n')}
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
`;
}

/** For PHP's own web server: files as they are, every other address to WordPress (pretty permalinks). */
export const router = `<?php
$root = $_SERVER['DOCUMENT_ROOT'];
$path = rawurldecode(parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH) ?: '/');
if (strpos($path, '..') === false && $path !== '/') {
  if (is_file($root . $path)) return false;
  if (is_file($root . rtrim($path, '/') . '/index.php')) return false;
}
$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = '/index.php';
$_SERVER['SCRIPT_FILENAME'] = $root . '/index.php';
unset($_SERVER['PATH_INFO']);
chdir($root);
require $root . '/index.php';
`;

/** No outgoing requests while installing: WordPress would ask its own server, which is not up yet. */
export const offlineWhileInstalling = `<?php
if (defined('WP_INSTALLING') && WP_INSTALLING) {
  add_filter('pre_http_request', function () { return new WP_Error('offline', 'offline'); });
}
`;

/** Installs the site, makes one user a role, and prints their application passwords as JSON. */
export const install = `<?php
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = parse_url(getenv('SITE_URL'), PHP_URL_HOST) . ':' . parse_url(getenv('SITE_URL'), PHP_URL_PORT);
$_SERVER['REQUEST_METHOD'] = 'GET';
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
function wp_mail() { return true; }
require getenv('SITE_FOLDER') . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install('Harian Uji', 'kepala', 'kepala@example.test', true, '', wp_generate_password(24));
global $wp_rewrite;
$wp_rewrite->set_permalink_structure('/%year%/%monthnum%/%postname%/');
update_option('timezone_string', 'Asia/Jakarta');
$users = [];
foreach (['administrator', 'editor', 'author', 'contributor'] as $role) {
  $login = 'uji-' . $role;
  $id = wp_insert_user([
    'user_login' => $login, 'user_pass' => wp_generate_password(24), 'role' => $role,
    'user_email' => $login . '@example.test', 'display_name' => ucfirst($role),
  ]);
  [$password] = WP_Application_Passwords::create_new_application_password($id, ['name' => 'Redaksi']);
  $users[$role] = ['user' => $login, 'password' => $password];
}
file_put_contents(getenv('ANSWER'), json_encode($users));
`;
